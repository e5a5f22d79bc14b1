/**
 * What requests have in common: names of resources and ids that make calls idempotent.
 *
 * <p>A {@link dev.clade.runtime.request.ResourceName} is checked once where a request comes in and
 * a value from then on. A {@link dev.clade.runtime.request.RequestId} (AIP-155) goes to the store,
 * so that a repeated call gets the first one's answer and the same id on another request is
 * refused. A {@link dev.clade.runtime.request.RequestFingerprint} tells whether two requests ask
 * for the same.
 */
package dev.clade.runtime.request;
