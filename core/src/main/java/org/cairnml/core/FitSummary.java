package org.cairnml.core;

import java.time.Duration;

/**
 * How a fit went.
 *
 * @param iterations steps done; 1 for a method that does not iterate
 * @param converged whether the method reached its own goal, as opposed to a limit, a deadline or a
 *     listener that stopped it
 * @param objective the final value of what was minimized, or NaN where there is no such number
 * @param time how long it took; 0 for a model from a file, so that equal fits give equal files
 * @param note what a user should know, such as a rank deficiency; empty for nothing
 */
public record FitSummary(
    int iterations, boolean converged, double objective, Duration time, String note) {}
