/** GraphiQL against this server, with a pane of examples that answer something on the sample corpus. */
import { useEditorContext, useExecutionContext, type GraphiQLPlugin } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/graphiql.css";
import { send } from "./ask.ts";
import { sentence } from "./example.ts";

const EXAMPLES = Object.entries(import.meta.glob<string>("./examples/*.graphql", { query: "?raw", import: "default", eager: true }))
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([, text]) => text);

async function fetcher(parameters: { query: string }): Promise<unknown> {
  return (await send(parameters)).json();
}

function Examples() {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const { run } = useExecutionContext({ nonNull: true });
  const choose = (text: string): void => {
    if (!queryEditor) return;
    variableEditor?.setValue("");
    queryEditor.setValue(text);
    queryEditor.operationName = null; // GraphiQL reads the new name a moment later, and would run the old one
    run();
  };
  return (
    <section aria-label="Examples 示例">
      <div className="graphiql-doc-explorer-title">Examples 示例</div>
      <ul className="examples">
        {EXAMPLES.map((text) => (
          <li key={text}>
            <button type="button" disabled={!queryEditor} onClick={() => choose(text)}>
              {sentence(text)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4h14v16H5zM8 8h8M8 12h8M8 16h5" />
    </svg>
  );
}

const examples: GraphiQLPlugin = { title: "Examples 示例", icon: Icon, content: Examples };

createRoot(document.getElementById("graphiql")!).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={EXAMPLES[0]!}
    defaultEditorToolsVisibility="variables"
    inputValueDeprecation
    forcedTheme="system"
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
    plugins={[examples]}
    visiblePlugin={examples}
  />,
);
