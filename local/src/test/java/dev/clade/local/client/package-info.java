/** Tests of what people type: names and addresses. */
package dev.clade.local.client;
