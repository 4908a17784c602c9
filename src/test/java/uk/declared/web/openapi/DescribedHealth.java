package uk.declared.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.declared.ground.Shipped;
import uk.declared.web.DeclaredServer;

/** What {@code /health} answers, held against its description. */
public final class DescribedHealth {
    private DescribedHealth() {}

    /** @param body what a server answered */
    public static void assertThatIsDescribed(String body) {
        assertThat(schema("Health").validate(body, InputFormat.JSON)).as(body).isEmpty();
    }

    static Schema schema(String name) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode description = (ObjectNode) json.readTree(Shipped.text(DeclaredServer.class, "openapi.json"));
        ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", description.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
    }
}
