package dev.evenkeel.audit;

import java.util.SortedMap;
import java.util.TreeMap;

/** Reads JSON that was written here; everything else is refused. */
final class Reader {
  private final String text;
  private int at;

  Reader(String text) {
    this.text = text;
  }

  void expect(String words) {
    if (!text.startsWith(words, at)) {
      throw wrong("%s is expected".formatted(words));
    }
    at += words.length();
  }

  void end() {
    if (at != text.length()) {
      throw wrong("nothing more is expected");
    }
  }

  long number() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > 18) {
      throw wrong("a number is expected");
    }
    return Long.parseLong(text.substring(from, at));
  }

  String string() {
    expect("\"");
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      value.append(c == '\\' ? escaped() : c);
    }
    throw wrong("a quote is missing");
  }

  private char escaped() {
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\\')) {
      return text.charAt(at++);
    }
    expect("u00");
    if (at + 2 > text.length()) {
      throw wrong("two digits are expected");
    }
    int code;
    try {
      code = Integer.parseInt(text.substring(at, at + 2), 16);
    } catch (NumberFormatException e) {
      throw wrong("two digits are expected");
    }
    at += 2;
    return (char) code;
  }

  SortedMap<String, String> object() {
    SortedMap<String, String> facts = new TreeMap<>();
    expect("{");
    while (at < text.length() && text.charAt(at) != '}') {
      if (!facts.isEmpty()) {
        expect(",");
      }
      String name = string();
      expect(":");
      facts.put(name, string());
    }
    expect("}");
    return facts;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("%s at character %d".formatted(what, at + 1));
  }
}
