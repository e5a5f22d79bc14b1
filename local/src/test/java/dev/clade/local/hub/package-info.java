/**
 * Tests that the simulated hub answers as the real one was recorded to do, and breaks as it is
 * told.
 */
package dev.clade.local.hub;
