/**
 * What commands show: tables, trees and progress for people, JSON for programs.
 *
 * <p>JSON keeps the field names of the contracts (snake_case) and doubles in full precision.
 * Numbers for people are rounded here and nowhere else. Progress is only drawn on a terminal.
 */
package dev.clade.local.print;
