package org.cairnml.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program in this process.
 *
 * @param exitCode how it ended
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Program(int exitCode, String out, String err) {

  static Program run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int exitCode = Cairn.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Program(exitCode, out.toString(), err.toString());
  }
}
