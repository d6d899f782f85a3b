package dev.evenkeel.server.secrets;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secret values in texts by {@value #MASK}, also where they stand encoded: as base64
 * (alone or inside something longer, such as {@code user:password}), URL-encoded, escaped in JSON,
 * or one line of several.
 *
 * <p>Where several values could be meant, the leftmost goes first and of those the longest. Where a
 * text was shortened within a secret, so that an ellipsis stands for the rest of it, what is left
 * of the secret goes too.
 */
public final class Masking {
  public static final String MASK = "•••";
  public static final Masking NOTHING = new Masking(Set.of());

  /** Lines of a longer secret that are shorter than this are too ordinary to be masked alone. */
  private static final int SHORTEST_LINE = 8;

  /** What a text has where it was shortened. */
  private static final String CUT = "…";

  /** The longest first. */
  private final List<String> forms;

  private Masking(Set<String> forms) {
    this.forms =
        forms.stream()
            .filter(form -> !form.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  public static Masking of(Collection<String> secrets) {
    var forms = new LinkedHashSet<String>();
    for (var secret : secrets) {
      if (secret.length() >= Vault.SHORTEST) {
        forms.addAll(Forms.of(secret));
        secret
            .lines()
            .map(String::strip)
            .filter(line -> line.length() >= SHORTEST_LINE)
            .forEach(line -> forms.addAll(Forms.of(line)));
      }
    }
    return new Masking(forms);
  }

  /** Hides what either of both hides. */
  public Masking and(Masking other) {
    var both = new LinkedHashSet<>(forms);
    both.addAll(other.forms);
    return new Masking(both);
  }

  /** A text that is complete. */
  public String mask(String text) {
    if (forms.isEmpty()) {
      return text;
    }
    var chunks = new Chunks();
    return withoutRemains(chunks.add(text) + chunks.rest());
  }

  private String withoutRemains(String text) {
    var shown = new StringBuilder(text);
    for (int cut = shown.lastIndexOf(CUT); cut >= 0; cut = shown.lastIndexOf(CUT, cut - 1)) {
      int after = cut + CUT.length();
      int end = longest((form, length) -> endsAfter(shown, after, form, length));
      shown.replace(after, after + end, end == 0 ? "" : MASK);
      int here = cut;
      int start = longest((form, length) -> beginsBefore(shown, here, form, length));
      shown.replace(cut - start, cut, start == 0 ? "" : MASK);
      cut -= start;
    }
    return shown.toString();
  }

  private static boolean endsAfter(CharSequence text, int from, String form, int length) {
    return from + length <= text.length()
        && form.endsWith(text.subSequence(from, from + length).toString());
  }

  private static boolean beginsBefore(CharSequence text, int to, String form, int length) {
    return length <= to && form.startsWith(text.subSequence(to - length, to).toString());
  }

  /** How much of a secret is left, 0 when it is too little to tell. */
  private int longest(BiPredicate<String, Integer> left) {
    return forms.stream()
        .flatMapToInt(form ->
            IntStream.range(Vault.SHORTEST, form.length())
                .filter(length -> left.test(form, length)))
        .max()
        .orElse(0);
  }

  /**
   * How much of a text that goes on may be masked and shown now: what comes after could be the
   * beginning of a secret.
   */
  public int wholeUpTo(String text) {
    var chunks = new Chunks();
    chunks.add(text);
    return text.length() - chunks.pending.length();
  }

  /**
   * Where a text may be cut so that what follows can be masked without what came before: there, or
   * behind the secret that stands there.
   */
  public int wholeFrom(String text, int place) {
    int at = place;
    for (int before = -1; before < at; ) {
      before = at;
      for (var form : forms) {
        at = Math.max(at, endOfOneAcross(text, at, form));
      }
    }
    return at;
  }

  private static int endOfOneAcross(String text, int place, String form) {
    for (int start = place - 1; start >= 0 && start + form.length() > place; start--) {
      if (text.startsWith(form, start)) {
        return start + form.length();
      }
    }
    return place;
  }

  /** For one text that comes in pieces, such as the output of a program. */
  public Chunks chunks() {
    return new Chunks();
  }

  /**
   * Masks across the borders of pieces: what could be the beginning of a secret is kept back until
   * it is known. Not for use by several threads.
   */
  public final class Chunks {
    private String pending = "";

    private Chunks() {}

    /** Takes the next piece; gives what is safe to show now. */
    public String add(String piece) {
      pending += piece;
      return showUpTo(false);
    }

    /** Gives what was kept back; the text ends here. */
    public String rest() {
      return showUpTo(true);
    }

    private String showUpTo(boolean end) {
      var shown = new StringBuilder(pending.length());
      int at = 0;
      while (at < pending.length()) {
        if (!end && maybeBeginsAt(at)) {
          break;
        }
        var form = formAt(at);
        if (form == null) {
          shown.append(pending.charAt(at++));
        } else {
          shown.append(MASK);
          at += form.length();
        }
      }
      pending = pending.substring(at);
      return shown.toString();
    }

    private @Nullable String formAt(int at) {
      for (var form : forms) {
        if (pending.startsWith(form, at)) {
          return form;
        }
      }
      return null;
    }

    /** Whether everything from here on is the beginning of something longer that is secret. */
    private boolean maybeBeginsAt(int at) {
      int length = pending.length() - at;
      for (var form : forms) {
        if (form.length() <= length) {
          return false; // sorted: all that follow are shorter still
        }
        if (form.regionMatches(0, pending, at, length)) {
          return true;
        }
      }
      return false;
    }
  }
}
