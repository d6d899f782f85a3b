package dev.evenkeel.estate.text;

import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/**
 * Why a text is no XML, and where, in words for whoever made it. Told from the text around the
 * place: what the parser says is in the language of the machine it runs on.
 *
 * @param line from 1
 * @param column from 1
 * @param says without an end of the sentence
 */
public record XmlFault(int line, int column, String says) {
  private static final String UNFIT =
      "what stands there does not fit; look for a tag that is missing, not closed or one too many just before";

  /** What XML does not allow anywhere. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private static final Pattern NUMBER = Pattern.compile("&#[0-9xA-Fa-f]{1,8};?$");
  private static final Pattern REFERENCE = Pattern.compile("&[\\w.:-]{0,40};?$");
  private static final int SHOWN = 40;

  public static XmlFault of(String text, XMLStreamException e) {
    Location at = e.getLocation();
    int line = at == null ? 1 : Math.max(1, at.getLineNumber());
    int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
    return new XmlFault(line, column, says(text, offset(text, line, column)));
  }

  /** With the place in the line. */
  public String withColumn() {
    return "column %d: %s".formatted(column, says);
  }

  private static int offset(String text, int line, int column) {
    int begin = 0;
    for (int n = 1; n < line; n++) {
      int end = text.indexOf('\n', begin);
      if (end < 0) {
        return text.length();
      }
      begin = end + 1;
    }
    return Math.min(text.length(), begin + column - 1);
  }

  private static String says(String text, int at) {
    String around = text.substring(Math.max(0, at - 2), Math.min(text.length(), at + 1));
    if (FORBIDDEN.matcher(around).find()) {
      return "there is a control character, which no XML may hold";
    }
    String before = text.substring(0, at);
    String near = before.substring(Math.max(0, at - 2 * SHOWN));
    String tag = before.substring(Math.max(0, before.lastIndexOf('<')));
    if (text.substring(at).isBlank() && !tag.endsWith("/>")) {
      return "it ends too early; an element, a tag, a comment or a text is not closed, or it was cut off";
    }
    if (NUMBER.matcher(near).find()) {
      return "the number there stands for a character that no XML may hold";
    }
    if (REFERENCE.matcher(near).find()) {
      return "'&' begins something that XML does not know; write a mere '&' as &amp;";
    }
    return near.endsWith("]]>") ? "']]>' stands in a text; write it as ]]&gt;" : ofTag(tag);
  }

  /**
   * @param tag from the last '<' to where the parser gave up
   */
  private static String ofTag(String tag) {
    if (!tag.startsWith("<")) {
      return "it does not begin with a '<'";
    }
    if (tag.regionMatches(true, 0, "<?xml", 0, 5)) {
      return "'<?xml' may stand at the very beginning only, with version and encoding in quotes";
    }
    if (tag.startsWith("<!--")) {
      return "'--' stands within a comment";
    }
    if (tag.equals("<")) {
      return "'<' begins no tag there; write a mere '<' as &lt;, and let one element hold all others";
    }
    if (tag.equals("</")) {
      return "an element is closed that is not the one opened last; look for one that is not closed";
    }
    if (!Character.isLetter(tag.charAt(1)) || (tag.contains(">") && !tag.endsWith(">"))) {
      return UNFIT;
    }
    return "the tag '%s' is not well written: each attribute stands once, as name=\"value\" with '<' as &lt;, and what stands before a colon is declared by xmlns"
        .formatted(tag.length() <= SHOWN ? tag : tag.substring(0, SHOWN) + "…");
  }
}
