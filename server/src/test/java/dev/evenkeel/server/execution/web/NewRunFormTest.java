package dev.evenkeel.server.execution.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;

class NewRunFormTest {
  private static MockMultipartHttpServletRequest uploaded(byte[] file) {
    var request = new MockMultipartHttpServletRequest();
    request.addFile(new MockMultipartFile("file", file));
    request.addParameter("runbook", "what stood there before");
    return request;
  }

  @Test
  void a_file_goes_before_the_text() {
    assertThat(NewRunForm.of(uploaded("title: Größe\r\n".getBytes(UTF_8))).runbook())
        .isEqualTo("title: Größe\n");
  }

  @Test
  void of_a_file_that_is_not_utf_8_the_byte_and_its_place_are_named() {
    assertThatThrownBy(() -> NewRunForm.of(uploaded("a: b\ntitle: Größe".getBytes(ISO_8859_1))))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "Line 2, column 10: The file is not UTF-8: the byte 0xF6 does not belong there."
                + " Save it as UTF-8.");
  }
}
