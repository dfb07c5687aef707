/**
 * What stands in for MongoDB on one machine. The wire protocol, BSON, update operators and
 * aggregation stages are those of mongo-java-server; storage, indexes, queries and the journal are
 * our own, because its memory backend scans every query and forgets.
 */
@NullMarked
package io.samling.localstack.mongodb;

import org.jspecify.annotations.NullMarked;
