package io.samling.benchmarks;

/**
 * Where the servers are that may be written to freely.
 *
 * @param mongodb a connection string
 * @param kafka bootstrap servers
 * @param pid of the process that runs them
 */
record Servers(String mongodb, String kafka, long pid) {}
