/**
 * The encrypted port of a server.
 *
 * <p>Quarkus' TLS registry serves it and reads certificates again; which, is in the profile {@code
 * mtls} of {@code META-INF/microprofile-config.properties}. Here is what it does not tell: whether
 * what lies in the files can still be used.
 */
package dev.clade.runtime.tls;
