package dev.evenkeel.server.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskingTest {
  private static final String SECRET = "s3cret/p&ss wörd";
  private final Masking masking = Masking.of(List.of(SECRET));

  @Test
  void replaces_a_value_wherever_it_stands() {
    assertThat(masking.mask("a " + SECRET + " and " + SECRET + "!")).isEqualTo("a ••• and •••!");
  }

  @Test
  void leaves_texts_without_secrets_as_they_are() {
    assertThat(masking.mask("s3cret/p&ss")).isEqualTo("s3cret/p&ss");
    assertThat(Masking.NOTHING.mask(SECRET)).isEqualTo(SECRET);
  }

  @Test
  void knows_the_url_encoded_form_in_both_ways_of_writing_it() {
    var encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    assertThat(masking.mask("?p=" + encoded)).isEqualTo("?p=•••");
    assertThat(masking.mask("?p=" + encoded.replace("+", "%20"))).isEqualTo("?p=•••");
    assertThat(
            masking.mask(
                "?p=" + encoded.replace("%2F", "%2f").replace("%C3", "%c3").replace("%B6", "%b6")))
        .isEqualTo("?p=•••");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u:", "me:", "root:", "someone:"})
  void knows_the_value_inside_of_base64_whatever_stands_around_it(String before) {
    for (var after : List.of("", "x", ";tail")) {
      var header = base64(before + SECRET + after);
      var masked = masking.mask(header);
      assertThat(masked).contains(Masking.MASK);
      // At most the two characters at each border, which hold bits of their neighbours, stay.
      assertThat(decodable(masked)).doesNotContain("cret/p").doesNotContain("ss w");
    }
  }

  @Test
  void knows_the_value_inside_of_json() {
    assertThat(Masking.of(List.of("quo\"te\\d")).mask("{\"p\":\"quo\\\"te\\\\d\"}"))
        .isEqualTo("{\"p\":\"•••\"}");
  }

  @Test
  void masks_single_lines_of_a_longer_secret() {
    var key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkq\nhkiG\n";
    assertThat(Masking.of(List.of(key)).mask("read: MIIEvQIBADANBgkq")).isEqualTo("read: •••");
  }

  @Test
  void takes_the_longest_where_one_value_begins_another() {
    var both = Masking.of(List.of("password", "password-of-the-database"));
    assertThat(both.mask("password-of-the-database")).isEqualTo(Masking.MASK);
  }

  @Test
  void hides_the_rest_of_a_value_that_a_text_was_shortened_within() {
    assertThat(masking.mask("wrong password s3cret/p…")).isEqualTo("wrong password •••…");
    assertThat(masking.mask("…&ss wörd is wrong")).isEqualTo("…••• is wrong");
    assertThat(masking.mask("…&ss wörd, then s3cret…")).isEqualTo("…•••, then •••…");
    assertThat(masking.mask("compiling… s3c…")).isEqualTo("compiling… s3c…");
  }

  @Test
  void hides_the_values_of_both_when_two_are_put_together() {
    assertThat(masking.and(Masking.of(List.of("another"))).mask("another " + SECRET))
        .isEqualTo("••• •••");
    assertThat(Masking.NOTHING.and(masking).mask(SECRET)).isEqualTo(Masking.MASK);
  }

  @Test
  void shows_at_once_what_cannot_begin_a_secret() {
    var chunks = masking.chunks();
    assertThat(chunks.add("compiling…\n")).isEqualTo("compiling…\n");
    assertThat(chunks.add("with s3cr")).isEqualTo("with ");
    assertThat(chunks.add("eam\n")).isEqualTo("s3cream\n");
  }

  @Test
  void shows_what_was_kept_back_when_the_text_ends() {
    var chunks = masking.chunks();
    assertThat(chunks.add("with s3cr")).isEqualTo("with ");
    assertThat(chunks.rest()).isEqualTo("s3cr");
  }

  @Test
  void cutting_a_text_anywhere_changes_nothing() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    var secrets = Masking.of(List.of("abab", "ababcabab", "bcbcbc"));
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append("abc".charAt(random.nextInt(3)));
      }
      var whole = secrets.mask(text.toString());
      var pieces = new StringBuilder();
      var chunks = secrets.chunks();
      for (int at = 0; at < text.length(); ) {
        int next = Math.min(text.length(), at + random.nextInt(6));
        pieces.append(chunks.add(text.substring(at, next)));
        at = next;
      }
      pieces.append(chunks.rest());
      assertThat(pieces.toString()).as("seed %d, text %s", seed, text).isEqualTo(whole);
      assertThat(whole).as("seed %d", seed).doesNotContain("ababcabab");
    }
  }

  @Test
  void pieces_cut_where_it_is_said_are_masked_alone_as_in_the_whole() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    var secrets = Masking.of(List.of("abab", "ababcabab", "bcbcbc"));
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append("abc".charAt(random.nextInt(3)));
      }
      int seen = random.nextInt(text.length() + 1);
      int cut = secrets.wholeUpTo(text.substring(0, seen));
      assertThat(secrets.mask(text.substring(0, cut)) + secrets.mask(text.substring(cut)))
          .as("seed %d, text %s cut at %d of %d", seed, text, cut, seen)
          .isEqualTo(secrets.mask(text.toString()));
    }
  }

  @Test
  void a_text_may_begin_behind_the_secret_that_a_place_lies_within() {
    var text = "one " + SECRET + SECRET + " two";
    int end = 4 + SECRET.length();
    assertThat(masking.wholeFrom(text, 4)).isEqualTo(4);
    assertThat(masking.wholeFrom(text, 5)).isEqualTo(end);
    assertThat(masking.wholeFrom(text, end - 1)).isEqualTo(end);
    assertThat(masking.wholeFrom(text, end)).isEqualTo(end);
    assertThat(masking.wholeFrom(text, text.length())).isEqualTo(text.length());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decodable(String masked) {
    var readable = new StringBuilder();
    for (var part : masked.split(Masking.MASK)) {
      var usable = part.replaceAll("[^A-Za-z0-9+/]", "");
      usable = usable.substring(0, usable.length() - usable.length() % 4);
      readable.append(new String(Base64.getDecoder().decode(usable), StandardCharsets.UTF_8));
    }
    return readable.toString();
  }
}
