package fr.palabre.network;

import java.util.List;
import java.util.Map;

/** Connects an account with what a person types in a form. */
public interface ConnectsByForm extends NetworkConnector {
  List<ConnectField> fields();

  ConnectResult connect(Map<String, String> form);
}
