package dev.evenkeel.cli.watch;

/** How a piece of text looks. Never the only bearer of a meaning: colours are not seen by all. */
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  CARE("33"),
  BAD("1;31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String ansi(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
