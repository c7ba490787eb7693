/**
 * The numeric primitives that everything else is written in. Begin with {@link
 * org.cairnml.linalg.backend.Backend}; a library that plugs in underneath implements {@link
 * org.cairnml.linalg.backend.BackendProvider}.
 */
package org.cairnml.linalg.backend;
