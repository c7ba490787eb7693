/** A whole compiled module as the thing under test. */
package org.cairnml.testkit.module;
