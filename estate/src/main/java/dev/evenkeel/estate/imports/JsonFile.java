package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.text.JsonFault;
import dev.evenkeel.runbook.Value;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** A JSON file, read piece by piece so that only a piece is in memory at a time. */
final class JsonFile {
  private final ImportFile file;
  private final BiConsumer<String, Node> pieces;

  private JsonFile(ImportFile file, BiConsumer<String, Node> pieces) {
    this.file = file;
    this.pieces = pieces;
  }

  /** All of it at once. */
  static Value whole(ImportFile file) {
    Value[] whole = new Value[1];
    parsed(file, parser -> whole[0] = Json.value(parser));
    return whole[0];
  }

  /**
   * Hands out the items of the outermost list, with an empty key; or of the outermost object every
   * value, but of its lists every item, with the key it stands under.
   */
  static void each(ImportFile file, BiConsumer<String, Node> pieces) {
    JsonFile reading = new JsonFile(file, pieces);
    parsed(file, reading::outermost);
  }

  private static void parsed(ImportFile file, Consumer<JsonParser> reading) {
    String text = Decoding.utf8(file);
    try (JsonParser parser = Json.factory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new Unreadable(file.place(), "There is nothing in it.", "Export it again.");
      }
      reading.accept(parser);
      if (parser.nextToken() != null) {
        throw new Unreadable(
            file.line(parser.currentTokenLocation().getLineNr()),
            "Something follows behind the end of the JSON.",
            "Put it into a file of its own.");
      }
    } catch (JacksonException e) {
      throw new Unreadable(
          e.getLocation() == null
              ? file.place()
              : file.line(Math.max(1, e.getLocation().getLineNr())),
          "It is not JSON, or was cut off: %s.".formatted(JsonFault.says(e)),
          "Export it again.");
    }
  }

  private void outermost(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      items("", parser);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          items(key, parser);
        } else {
          pieces.accept(key, new Node(Json.value(parser)));
        }
      }
    } else {
      throw new Unreadable(
          file.line(1), "It holds a single value, no object and no list.", "Choose another file.");
    }
  }

  private void items(String key, JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      pieces.accept(key, new Node(Json.value(parser)));
    }
  }
}
