package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.http.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the ids of what the configuration calls by id or by name, as people put either into it. */
final class NameOrId {

    private static final String ID = "id";

    private final Commands commands;

    NameOrId(Commands commands) {
        this.commands = commands;
    }

    String zone(String nameOrId) {
        return zoneFields(nameOrId).text(ID);
    }

    JsonFields zoneFields(String nameOrId) {
        return found("zone", nameOrId, "listZones", "zone", Map.of());
    }

    String serviceOffering(String nameOrId) {
        return serviceOfferingFields(nameOrId).text(ID);
    }

    JsonFields serviceOfferingFields(String nameOrId) {
        return found("service offering", nameOrId, "listServiceOfferings", "serviceoffering", Map.of());
    }

    String template(String nameOrId) {
        return templateFields(nameOrId).text(ID);
    }

    JsonFields templateFields(String nameOrId) {
        return found("template", nameOrId, "listTemplates", "template", Map.of("templatefilter", "executable"));
    }

    private JsonFields found(String what, String nameOrId, String command, String item, Map<String, String> arguments) {
        if (nameOrId == null || nameOrId.isBlank()) {
            throw new PlatformException("no %s is configured in the active row of ossea_configs".formatted(what));
        }
        return List.of(ID, "name").stream()
                .flatMap(field -> matches(field, nameOrId, command, item, arguments).stream())
                .findFirst()
                .orElseThrow(
                        () -> new PlatformException("CloudStack knows no %s with the id or name \"%s\" for this account"
                                .formatted(what, nameOrId)));
    }

    /** Compared again here, because some commands take a name for a part of names. */
    private List<JsonFields> matches(
            String field, String value, String command, String item, Map<String, String> arguments) {
        Map<String, String> all = new TreeMap<>(arguments);
        all.put(field, value);
        return commands.list(command, item, all).stream()
                .filter(found -> found.text(field).equals(value))
                .toList();
    }
}
