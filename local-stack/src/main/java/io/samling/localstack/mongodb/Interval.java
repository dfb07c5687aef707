package io.samling.localstack.mongodb;

/** A stretch of an index: from the first bytes up to, not including, the second. */
@SuppressWarnings("ArrayRecordComponent") // the bytes never change and records are not compared
record Interval(byte[] from, byte[] to) {}
