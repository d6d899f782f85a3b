package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Scripts of several modules, which a browser keeps. */
@ServerTest
class ScriptFoldersTest {
  private static final Pattern MODULE = Pattern.compile("from '\\./([a-z]+\\.js)'");

  @Autowired ListableBeanFactory beans;
  @Autowired ResourceUrlProvider addresses;

  @Test
  void what_a_module_names_beside_itself_carries_the_digest_of_all_in_its_address() {
    String page = addresses.getForLookupPath("/assets/gantt/page.js");
    assertThat(page).matches("/assets/gantt/[0-9a-f]{16}/page\\.js");
    Browser reader = Browser.signedIn(beans, Role.VIEWER);
    Browser.Page script = reader.open(page);
    assertThat(script.status()).isEqualTo(200);
    assertThat(script.headers().get("cache-control")).contains("max-age");
    Matcher module = MODULE.matcher(script.text());
    int many = 0;
    while (module.find()) {
      String path = page.replace("page.js", module.group(1));
      assertThat(reader.open(path).status()).as(path).isEqualTo(200);
      many++;
    }
    assertThat(many).isGreaterThan(5);
  }
}
