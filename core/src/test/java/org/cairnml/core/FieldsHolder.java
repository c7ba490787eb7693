package org.cairnml.core;

/** A model that is any fields, to test files with. */
record FieldsHolder(Fields fields) {}
