/**
 * From a table to predictions. Start at {@link org.cairnml.pipeline.Pipeline}: transformers and a
 * learner as one learner over tables, whose {@code fit} returns a {@link
 * org.cairnml.pipeline.PipelineModel} that scores tables, maps and rows.
 */
package org.cairnml.pipeline;
