/**
 * Paging as AIP-158 has it.
 *
 * <p>A {@link dev.clade.runtime.page.PageToken} is opaque and URL-safe; it holds the position of
 * the next page and a hash of the request, so that a token sent with another request is told apart
 * and refused.
 */
package dev.clade.runtime.page;
