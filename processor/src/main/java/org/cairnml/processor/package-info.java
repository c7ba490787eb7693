/**
 * The annotation processor behind learner records; {@link org.cairnml.processor.ParamsProcessor}
 * finds the records, {@link org.cairnml.processor.ParamsSource} writes the code.
 */
package org.cairnml.processor;
