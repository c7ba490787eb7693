/**
 * Pictures of what models do, as PNG and SVG, without a screen. Start with {@link
 * org.cairnml.plots.CurvePlots}; every picture is a {@link org.cairnml.plots.Plot}.
 */
package org.cairnml.plots;
