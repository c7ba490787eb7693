/** The program {@code cairn}; {@link org.cairnml.cli.Cairn} is its entry, a class a command. */
package org.cairnml.cli;
