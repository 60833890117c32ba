/** What the schema's words are called on the pages: English and Chinese side by side. */
import type { CitationStatus, DeadlineKind, Level, NodeKind, Origin, Relation, Role, ValidityAnswer } from "./generated.ts";

export const LEVEL: Readonly<Record<Level, string>> = {
  CENTRAL: "central 中央",
  MINISTRY: "ministry 部委",
  PROVINCE: "province 省级",
  PROVINCE_DEPT: "province’s department 省级部门",
  CITY: "city 市级",
  COUNTY: "county 县级",
};

export const RELATION: Readonly<Record<Relation, string>> = {
  IMPLEMENTS: "carries out 贯彻落实",
  BASED_ON: "based on 依据",
  FORWARDS: "forwards 转发或印发",
  EXTENDS: "extends 延长",
  AMENDS: "amends 修订",
  REPEALS: "repeals 废止",
  REFERS: "mentions 提及",
};

export const STATUS: Readonly<Record<CitationStatus, string>> = {
  RESOLVED: "held 已收",
  WANTED: "cited, not held 待收",
  AMBIGUOUS: "ambiguous 有歧义",
};

export const ROLE: Readonly<Record<Role, string>> = {
  LEAD: "leads 牵头",
  PARTICIPANT: "takes part 配合",
  RESPONSIBLE: "responsible 负责",
};

export const DEADLINE: Readonly<Record<DeadlineKind, string>> = {
  BY: "by 截至",
  FROM: "from 自…起",
  PERIOD: "period 期间",
  WITHIN: "within 期限内",
};

export const ORIGIN: Readonly<Record<Origin, string>> = { AUTOMATIC: "read by rule 自动", MANUAL: "set by a person 人工" };

export const VALIDITY: Readonly<Record<ValidityAnswer, string>> = {
  IN_FORCE: "in force 有效",
  NOT_YET: "not yet in force 尚未施行",
  EXPIRED: "expired 已过有效期",
  REPEALED: "repealed 已废止",
  UNKNOWN: "unknown 不详",
};

export const NODE: Readonly<Record<NodeKind, string>> = {
  DOCUMENT: "document 文件",
  MEASURE: "measure 措施",
  SECTION: "section 章节",
  DEPARTMENT: "body 机构",
  REGION: "region 地区",
};

/** Kinds of annotations, in the order of the legend. */
export const MARK: Readonly<Record<string, string>> = {
  citation: "citation 引文",
  responsibility: "responsible body 责任单位",
  deadline: "time limit 期限",
  region: "region 地区",
  body: "body named 提及机构",
};

const PLACE: Readonly<Record<string, string>> = { preamble: "preamble 导语", closing: "closing 结尾" };

/** What a provision's path is shown as. */
export function place(path: string): string {
  return PLACE[path] ?? path;
}
