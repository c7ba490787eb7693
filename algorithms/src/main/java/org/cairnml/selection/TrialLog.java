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
import java.util.function.Supplier;
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
  static TrialLog open(Optional<Path> file, String header) {
    var log = new TrialLog(file);
    file.ifPresent(path -> log.read(path, header));
    return log;
  }

  private void read(Path path, String header) {
    try {
      String text = Files.readString(path);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      if (whole.length() < text.length()) {
        Files.writeString(path, whole);
      }
      whole.lines().forEach(line -> take(path, line, header));
      if (whole.isEmpty()) {
        append(Map.of("search", header));
      }
    } catch (NoSuchFileException e) {
      append(Map.of("search", header));
    } catch (IOException e) {
      throw new DataException("cannot read the log " + path + ": " + e.getMessage(), e);
    }
  }

  private void take(Path path, String line, String header) {
    Map<String, String> fields = parse(path, line);
    String search = fields.get("search");
    if (search != null && !search.equals(header)) {
      throw new DataException(
          path
              + " is the log of another search: it says '"
              + search
              + "', but this one is '"
              + header
              + "'; name another file");
    }
    if (search == null) {
      known.put(Integer.parseInt(fields.get("trial")), fields);
    }
  }

  /** The trial of this number, from the log or else done now and logged. */
  Trial trial(int number, Proposal proposal, Supplier<Trial> work) {
    Map<String, String> fields = known.get(number);
    if (fields == null) {
      Trial trial = work.get();
      append(fields(trial));
      return trial;
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
    return trial;
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
