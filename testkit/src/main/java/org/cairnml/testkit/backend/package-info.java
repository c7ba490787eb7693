/** What every backend must do. Begin with {@link org.cairnml.testkit.backend.BackendContract}. */
package org.cairnml.testkit.backend;
