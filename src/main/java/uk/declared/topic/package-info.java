/**
 * The record as a topic of Apache Kafka: published there entry by entry, and followed from there by replicas and by anything that
 * reads RDF Patch.
 */
@NullMarked
package uk.declared.topic;

import org.jspecify.annotations.NullMarked;
