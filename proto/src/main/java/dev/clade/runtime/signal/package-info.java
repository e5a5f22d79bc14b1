/** How what waits in a process learns that something has happened there. */
package dev.clade.runtime.signal;
