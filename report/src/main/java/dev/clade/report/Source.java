package dev.clade.report;

/**
 * Where something is defined.
 *
 * @param citation authors, title and year
 * @param locator how to find it, such as {@code arXiv:2502.04484}
 */
public record Source(String citation, String locator) {}
