/**
 * Made-up data. {@link org.cairnml.testkit.generate.Tries} runs a check on many generated values
 * and shrinks one that fails; {@link org.cairnml.testkit.generate.HostileData} breaks programs.
 */
package org.cairnml.testkit.generate;
