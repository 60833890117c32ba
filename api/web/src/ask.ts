/** Asks mailuo's GraphQL interface. */
import { state } from "./dom.ts";
import type { TypedDocumentString } from "./generated.ts";

/** Codes of failures that pass. */
const LATER = new Set(["BUSY", "ENGINE_UNAVAILABLE", "TIMEOUT"]);

/** Why an operation has no answer; `later`: the same may well be answered a little later. */
export class AskError extends Error {
  readonly later: boolean;

  constructor(message: string, later: boolean) {
    super(message);
    this.later = later;
  }
}

const TOKEN = "mailuo token";

/** Send a request, and ask for a token where the server wants one; it is kept until the window is closed. */
export async function send(request: object): Promise<Response> {
  const post = (): Promise<Response> => {
    const token = sessionStorage.getItem(TOKEN);
    const headers = { "content-type": "application/json", accept: "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    return fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request) });
  };
  const response = await post();
  if (response.status !== 401) return response;
  const given = prompt("This server asks for a token. 此服务需要令牌。");
  if (!given) return response;
  sessionStorage.setItem(TOKEN, given.trim());
  return post();
}

/** Return the data of an operation; AskError when there is none. */
export async function ask<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  let response: Response;
  try {
    response = await send({ query: operation.toString(), variables });
  } catch {
    throw new AskError("The server cannot be reached. 无法连接服务器。", true);
  }
  const body = await answered(response);
  const message = body.errors?.map((error) => error.message).join(" ");
  if (response.status === 503 || body.errors?.some((error) => LATER.has(error.extensions?.code ?? ""))) {
    throw new AskError(`${message ?? "The server is busy."} 服务暂不可用，请稍后再试。`, true);
  }
  if (message || !body.data) throw new AskError(message ?? `The server answered ${response.status}. 服务器出错。`, false);
  return body.data as Result;
}

/** Return what to show of a failure. */
export function failure(error: unknown): HTMLElement {
  if (error instanceof AskError) return state(error.message, error.later);
  throw error;
}

interface Body {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

async function answered(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch {
    return {};
  }
}
