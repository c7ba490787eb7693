/**
 * Transformers that turn categories into numbers. {@link
 * org.cairnml.preprocessing.encode.OneHotEncoder} is the one to read first.
 *
 * <p>Numeric columns pass through all of them unchanged.
 */
package org.cairnml.preprocessing.encode;
