/** Tables with typed columns, their readers, and {@link org.cairnml.data.Labels}. */
package org.cairnml.data;
