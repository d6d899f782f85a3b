package dev.evenkeel.server.secrets;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Secrets over HTTP: values go in and never come out. */
@RestController
@RequestMapping("/api/secrets")
@Needs(Right.ADMINISTER)
class SecretsApi {
  private final Vault vault;

  SecretsApi(Vault vault) {
    this.vault = vault;
  }

  record NewValue(@NotNull String value) {
    @Override
    public String toString() {
      return "NewValue[…]";
    }
  }

  @GetMapping
  List<Vault.Listed> list() {
    return vault.list();
  }

  @PutMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String name, @Valid @RequestBody NewValue body, Actor actor) {
    vault.put(name, body.value(), actor);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    vault.delete(name);
  }
}
