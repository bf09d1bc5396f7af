/** `dryrun grade FILE... --drill NAME`: checks answers, each a scenario or an answer file. */
import { createInstance } from 'i18next'
import english from '../../../resources/locales/en/drills.json'
import russian from '../../../resources/locales/ru/drills.json'
import type { Answer } from '../../shared/drills/answer'
import type { Drill } from '../../shared/drills/drill'
import { grade as graded } from '../../shared/drills/grade'
import { parseAnswer } from '../../shared/drills/parse-answer'
import type { CheckResult, Grade, LabelEvidence } from '../../shared/drills/result'
import { type Translate, whySentence } from '../../shared/drills/why-words'
import { type Language, textIn } from '../../shared/scenario/text'
import { findDrill } from '../host/drills'
import { openFile } from '../library/open-file'
import { gradeText } from './grade-text'
import { complainAbout, print, printJson } from './output'
import { STATUS, type Status } from './status'

interface GradeOptions {
  readonly drill: string
  readonly language: Language
  readonly json?: true
}

interface Graded {
  readonly file: string
  readonly grade: Grade
  readonly message: (check: CheckResult) => string
}

export async function gradeFiles(
  files: readonly string[],
  { drill: name, language, json }: GradeOptions,
): Promise<Status> {
  const found = await findDrill(name)
  if (!found.ok) {
    complainAbout(name, found.problems)
    return STATUS.unusable
  }
  const drill = found.value
  const translate = translator(language)
  const answers: Graded[] = []
  for (const file of files) {
    const answer = await readAnswer(file, drill)
    if (answer === undefined) continue
    const grade = graded(drill, answer, { nowSeconds: () => performance.now() / 1_000 })
    const message = (check: CheckResult) =>
      messageOf(check, translate, { drill, board: answer.board, language })
    answers.push({ file, grade, message })
  }
  const [only] = answers
  if (json && files.length === 1 && only !== undefined) printJson(gradeJson(only))
  else if (json) {
    const told = answers.map((one) => ({ file: one.file, ...gradeJson(one) }))
    printJson({ drill: drill.id, answers: told })
  } else
    print(answers.map((one) => gradeText(one.file, one.grade, one.message, language)).join('\n\n'))
  return answers.length < files.length ? STATUS.unusable : statusOf(answers)
}

async function readAnswer(file: string, drill: Drill): Promise<Answer | undefined> {
  const opened = await openFile(file)
  const parsed = opened.ok ? parseAnswer(opened.value.text, drill.id) : opened
  if (parsed.ok) return parsed.value
  complainAbout(file, parsed.problems)
  return undefined
}

/** Something broken counts before something undecided. */
function statusOf(answers: readonly Graded[]): Status {
  const checks = answers.flatMap(({ grade }) => grade.checks)
  if (checks.some(({ status }) => status === 'failed')) return STATUS.broken
  return checks.some(({ status }) => status === 'skipped') ? STATUS.limit : STATUS.fine
}

/** The drill's words for the result, then why; of what was not decided only why. */
function messageOf(
  { status, message, why }: CheckResult,
  translate: Translate,
  about: Parameters<typeof whySentence>[2],
): string {
  const said = status === 'skipped' ? '' : textIn(message, about.language)
  return [said, why === undefined ? '' : whySentence(translate, why, about)]
    .filter((part) => part !== '')
    .join(' ')
}

/** The public shape: names and meaning of its fields stay as they are. */
function gradeJson({ grade, message }: Graded): object {
  const { drill, score, passed, checks } = grade
  return {
    drill,
    score,
    passed,
    checks: checks.map((check) => ({
      id: check.id,
      status: check.status,
      message: message(check),
      ...evidenceJson(check),
    })),
  }
}

/** The scenario as it was run and the choices to take in it: `dryrun run --choices` shows the same. */
function evidenceJson({ status, run, findings, labels }: CheckResult): object {
  if (status === 'passed') return {}
  if (labels !== undefined) return { evidence: { labels: labels.map(labelJson) } }
  if (findings !== undefined) return { evidence: { findings } }
  if (run === undefined) return {}
  return { evidence: { scenario: run.scenario, choices: run.choices, position: run.position } }
}

/** What was matched wrongly, and what the rules or a run of its board say about that. */
function labelJson({ item, given, findings, notDrawn, run }: LabelEvidence): object {
  return {
    item,
    ...(given !== undefined && { given }),
    ...(notDrawn !== undefined && { notDrawn }),
    ...(findings.length > 0 && { rules: [...new Set(findings.map(({ rule }) => rule))] }),
    ...(run && { scenario: run.scenario, choices: run.choices, position: run.position }),
  }
}

function translator(language: Language): Translate {
  const texts = createInstance()
  void texts.init({
    lng: language,
    resources: { en: { drills: english }, ru: { drills: russian } },
    defaultNS: 'drills',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return (key, values) => texts.t(key, values)
}
