package fr.palabre.architecture;

import fr.palabre.Palabre;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms and arrows of the house. */
class ModulesTest {
  @Test
  void noModuleLooksWhereItMayNot() {
    ApplicationModules.of(Palabre.class).verify();
  }
}
