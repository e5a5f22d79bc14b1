/** Tests of forecasts against hand-worked cases and against runs that went on. */
package dev.clade.valuation.game.forecast;
