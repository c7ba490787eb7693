/**
 * Texts to numbers. {@link org.cairnml.preprocessing.text.TfidfVectorizer} is the one to read
 * first; {@code Pipeline.withText} uses it on a column of a table.
 */
package org.cairnml.preprocessing.text;
