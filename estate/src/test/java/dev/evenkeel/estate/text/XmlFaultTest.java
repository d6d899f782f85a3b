package dev.evenkeel.estate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a text that is no XML. */
class XmlFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<a><b></a>              ~ 1:9  ~ an element is closed that is not the one opened last",
        "`<a><b>\n</c>\n</b></a>`~ 2:3  ~ an element is closed that is not the one opened last",
        "<a><b>                  ~ 1:7  ~ it ends too early",
        "<a                      ~ 1:3  ~ it ends too early",
        "<a><![CDATA[ x</a>      ~ 1:19 ~ it ends too early",
        "<a x=1/>                ~ 1:6  ~ the tag '<a x=' is not well written",
        "<a x='1' x='2'/>        ~ 1:17 ~ each attribute stands once",
        "<a b='<'/>              ~ 1:7  ~ with '<' as &lt;",
        "<a:b/>                  ~ 1:7  ~ what stands before a colon is declared by xmlns",
        "<a>&nbsp;</a>           ~ 1:10 ~ '&' begins something that XML does not know",
        "`<a>\na & b</a>`        ~ 2:4  ~ write a mere '&' as &amp;",
        "<a x='&y'/>             ~ 1:9  ~ write a mere '&' as &amp;",
        "<a>&#0;</a>             ~ 1:8  ~ stands for a character that no XML may hold",
        "`<a>\u0001</a>`         ~ 1:4  ~ there is a control character",
        "<a>x < y</a>            ~ 1:7  ~ write a mere '<' as &lt;",
        "<a/><b/>                ~ 1:6  ~ let one element hold all others",
        "<a></a>more             ~ 1:8  ~ what stands there does not fit",
        "` <?xml version='1.0'?><a/>` ~ 1:7 ~ may stand at the very beginning only",
        "<a>]]></a>              ~ 1:7  ~ write it as ]]&gt;",
        "<a><!-- x -- y --></a>  ~ 1:13 ~ '--' stands within a comment",
      })
  void says_where_and_what_in_words_of_its_own(String text, String place, String says) {
    XmlFault fault = fault(text);
    assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
    assertThat(fault.says())
        .contains(says)
        .doesNotContain("Message", "element type", "entity", "www.w3.org", "JAXP", "ParseError");
  }

  @Test
  void what_it_says_does_not_hang_on_the_language_of_the_machine() {
    Locale before = Locale.getDefault();
    String english = fault("<a>&nbsp;</a>").says();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(fault("<a>&nbsp;</a>").says()).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static XmlFault fault(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setXMLReporter((_, _, _, _) -> {});
    return XmlFault.of(
        text,
        catchThrowableOfType(
            XMLStreamException.class,
            () -> {
              XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
              while (reader.hasNext()) {
                reader.next();
              }
            }));
  }
}
