/** Tests that a bench's yardstick does all of its work, and that its statistics are right. */
package dev.clade.local.bench;
