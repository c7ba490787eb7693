/**
 * Transformers that bring numeric columns to a common scale. {@link
 * org.cairnml.preprocessing.scale.StandardScaler} is the one to read first.
 *
 * <p>Category columns and missing values pass through all of them unchanged.
 */
package org.cairnml.preprocessing.scale;
