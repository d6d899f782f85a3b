package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.runbook.Utf8;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Files of documents as one text, so that all of them are applied or none. Knows which line of the
 * text stands where.
 */
final class Sheets {
  private record Sheet(String name, int firstLine) {}

  private record Found(String severity, String message, String wayOut, Spot where) {}

  private record Spot(int line, int column) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Sheet> sheets = new ArrayList<>();
  private int lines = 1;

  /** Folders stand for the YAML files in them and below, by name. */
  static Sheets of(List<String> files, Caller caller) {
    Sheets sheets = new Sheets();
    for (String file : files) {
      if (file.equals("-")) {
        sheets.add("<stdin>", bytes("<stdin>", () -> caller.in().readAllBytes()));
      } else if (Files.isDirectory(Path.of(file))) {
        sheets.addFolder(Path.of(file));
      } else {
        sheets.add(file, bytes(file, () -> Files.readAllBytes(Path.of(file))));
      }
    }
    return sheets;
  }

  private interface Reading {
    byte[] bytes() throws IOException;
  }

  private static byte[] bytes(String name, Reading reading) {
    try {
      return reading.bytes();
    } catch (NoSuchFileException none) {
      throw new Trouble(
          ExitCode.REFUSED, "There is no file %s. Nothing was changed.".formatted(name), none);
    } catch (IOException e) {
      throw new Trouble(
          ExitCode.REFUSED, "%s cannot be read: %s. Nothing was changed.".formatted(name, e), e);
    }
  }

  private void addFolder(Path folder) {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(folder)) {
      inside =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.ya?ml"))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new Trouble(ExitCode.REFUSED, "%s cannot be read: %s.".formatted(folder, e), e);
    }
    if (inside.isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED, "There is no .yaml file in the folder %s.".formatted(folder));
    }
    inside.forEach(
        file -> add(file.toString(), bytes(file.toString(), () -> Files.readAllBytes(file))));
  }

  private void add(String name, byte[] bytes) {
    String sheet =
        switch (Utf8.of(bytes)) {
          case Utf8.Text(String well) -> well;
          case Utf8.Broken broken ->
              throw new Trouble(
                  ExitCode.REFUSED,
                  "%s:%d:%d: %s %s Nothing was changed."
                      .formatted(
                          name,
                          broken.where().line(),
                          broken.where().column(),
                          broken.message(),
                          broken.wayOut()));
        };
    if (!text.isEmpty()) {
      append(text.charAt(text.length() - 1) == '\n' ? "---\n" : "\n---\n");
    }
    sheets.add(new Sheet(name, lines));
    append(sheet);
  }

  private void append(String more) {
    text.append(more);
    lines += (int) more.chars().filter(letter -> letter == '\n').count();
  }

  /** Has the server put it into the estate, or say what that would change. */
  JsonNode apply(Api api, boolean preview) {
    return apply(api, "/api/estate/apply", preview);
  }

  /** Has the server make and change upgrades as it says, or say what that would change. */
  JsonNode applyUpgrades(Api api, boolean preview) {
    return apply(api, "/api/upgrades/apply", preview);
  }

  private JsonNode apply(Api api, String path, boolean preview) {
    String name =
        sheets.getFirst().name()
            + (sheets.size() == 1 ? "" : " and %d more".formatted(sheets.size() - 1));
    try {
      return api.send(
          "%s?preview=%s&file=%s".formatted(path, preview, Api.encoded(name)),
          BodyPublishers.ofString(text.toString()),
          "application/yaml");
    } catch (Trouble refused) {
      throw placed(refused);
    }
  }

  /** Has the server keep it as rules of the way up of one product. */
  JsonNode keepAsRules(Api api) {
    try {
      return api.put(
          PathRulesCommand.PATH, BodyPublishers.ofString(text.toString()), "application/yaml");
    } catch (Trouble refused) {
      throw placed(refused);
    }
  }

  /** What the server finds doubtful in what was applied, with the file and the line in it. */
  List<String> doubts(JsonNode answer) {
    return answer
        .path("warnings")
        .valueStream()
        .map(finding -> says(Json.MAPPER.treeToValue(finding, Found.class)))
        .toList();
  }

  /** What is wrong, with the file and the line in it. */
  private Trouble placed(Trouble refused) {
    List<String> says =
        refused
            .problem()
            .map(problem -> problem.path("findings").valueStream().toList())
            .orElse(List.of())
            .stream()
            .map(finding -> Json.MAPPER.treeToValue(finding, Found.class))
            .filter(finding -> !finding.severity().equals("WARNING"))
            .map(this::says)
            .toList();
    if (says.isEmpty()) {
      return refused;
    }
    String all = String.join("\n", says) + "\nNothing was changed.";
    return refused
        .problem()
        .map(problem -> new Trouble(refused.exitCode(), all, problem))
        .orElse(refused);
  }

  private String says(Found finding) {
    int line = finding.where().line();
    Sheet in = sheets.getFirst();
    for (Sheet sheet : sheets) {
      in = sheet.firstLine() <= line ? sheet : in;
    }
    String place =
        line < 1
            ? in.name()
            : "%s:%d:%d".formatted(in.name(), line - in.firstLine() + 1, finding.where().column());
    return "%s: %s %s".formatted(place, finding.message(), finding.wayOut()).strip();
  }
}
