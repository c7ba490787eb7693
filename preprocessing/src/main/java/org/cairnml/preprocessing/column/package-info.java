/** What the transformers share: the values of one column, sorted and weighted. Not exported. */
package org.cairnml.preprocessing.column;
