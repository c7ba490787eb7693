/** Saved models as bytes: {@link org.cairnml.testkit.model.SavedModel}. */
package org.cairnml.testkit.model;
