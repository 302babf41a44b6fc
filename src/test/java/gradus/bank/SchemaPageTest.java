package gradus.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SchemaPageTest {
    @Test
    void anybodyCanPointAnEditorAtTheSchemaOfQuestionFiles() throws IOException {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> schema = server.visitor().get("/schema/question.json");
            assertEquals(200, schema.statusCode());
            JsonNode json = new ObjectMapper().readTree(schema.body());
            assertEquals(9, json.at("/properties/parts/items/oneOf").size());
            assertTrue(json.at("/required").toString().contains("\"parts\""));
        }
    }
}
