/**
 * Transformers that fill missing values. {@link org.cairnml.preprocessing.impute.SimpleImputer} is
 * the one to read first.
 */
package org.cairnml.preprocessing.impute;
