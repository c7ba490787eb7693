package org.cairnml.selection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cairnml.base.DataException;

/**
 * The trials of a search as lines of JSON, the first line saying which search it is. A last line
 * that was cut off is dropped.
 */
final class TrialLog {

  private static final JsonFactory JSON = new JsonFactory();

  private final Optional<Path> file;
  private final Map<Integer, Map<String, String>> known = new HashMap<>();

  private TrialLog(Optional<Path> file) {
    this.file = file;
  }

  /** Reads the trials that a file holds, if there is a file. */
  static TrialLog open(Optional<Path> file, String search, Problem problem) {
    var log = new TrialLog(file);
    file.ifPresent(path -> log.read(path, heading(search, problem)));
    return log;
  }

  private static Map<String, String> heading(String search, Problem problem) {
    Map<String, String> heading = new LinkedHashMap<>();
    heading.put("search", search);
    heading.put("rows", Integer.toString(problem.rows().count()));
    heading.put("data", problem.fingerprint());
    return heading;
  }

  private void read(Path path, Map<String, String> heading) {
    try {
      String text = Files.readString(path);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      if (whole.length() < text.length()) {
        Files.writeString(path, whole);
      }
      whole.lines().forEach(line -> take(path, line, heading));
      if (whole.isEmpty()) {
        append(heading);
      }
    } catch (NoSuchFileException e) {
      append(heading);
    } catch (IOException e) {
      throw new DataException("cannot read the log " + path + ": " + e.getMessage(), e);
    }
  }

  private void take(Path path, String line, Map<String, String> heading) {
    Map<String, String> fields = parse(path, line);
    if (fields.containsKey("trial")) {
      known.put(Integer.parseInt(fields.get("trial")), fields);
    } else if (!fields.equals(heading)) {
      throw other(path, fields, heading);
    }
  }

  private static DataException other(
      Path path, Map<String, String> was, Map<String, String> heading) {
    if (!heading.get("search").equals(was.get("search"))) {
      return new DataException(
          path
              + " is the log of another search: it says '"
              + was.get("search")
              + "', but this one is '"
              + heading.get("search")
              + "'; name another file");
    }
    return new DataException(
        "%s is the log of a search on other data: it was begun on %s rows (fingerprint %s), now there are %s (%s); name another file, or search the data of then"
            .formatted(
                path, was.get("rows"), was.get("data"), heading.get("rows"), heading.get("data")));
  }

  /** The trial of this number, if the log has it. */
  Optional<Trial> known(int number, Proposal proposal) {
    Map<String, String> fields = known.get(number);
    if (fields == null) {
      return Optional.empty();
    }
    Trial trial =
        new Trial(
            number,
            proposal,
            Double.parseDouble(fields.get("score")),
            Double.parseDouble(fields.get("deviation")),
            Double.parseDouble(fields.get("seconds")),
            Optional.ofNullable(fields.get("failure")));
    if (!trial.describe().equals(fields.get("settings"))) {
      throw new DataException(
          "trial %d of the log tried '%s', but this search tries '%s'; name another file"
              .formatted(number, fields.get("settings"), trial.describe()));
    }
    return Optional.of(trial);
  }

  /** Writes a trial that was done now. */
  void add(Trial trial) {
    append(fields(trial));
  }

  private static Map<String, Object> fields(Trial trial) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("trial", trial.number());
    fields.put("settings", trial.describe());
    fields.put("share", trial.proposal().share());
    fields.put("score", trial.score());
    fields.put("deviation", trial.deviation());
    fields.put("seconds", trial.seconds());
    trial.failure().ifPresent(why -> fields.put("failure", why));
    return fields;
  }

  private synchronized void append(Map<String, ?> fields) {
    if (file.isEmpty()) {
      return;
    }
    try {
      var line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        for (var field : fields.entrySet()) {
          if (field.getValue() instanceof Double d && Double.isFinite(d)) {
            json.writeNumberField(field.getKey(), d);
          } else if (field.getValue() instanceof Integer i) {
            json.writeNumberField(field.getKey(), i);
          } else {
            json.writeStringField(field.getKey(), field.getValue().toString());
          }
        }
        json.writeEndObject();
      }
      Files.write(
          file.get(),
          (line + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new DataException("cannot write the log " + file.get() + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> parse(Path path, String line) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
    } catch (IOException e) {
      throw new DataException(path + " is not the log of a search: " + e.getMessage(), e);
    }
    return fields;
  }
}
