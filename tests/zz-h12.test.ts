import { test } from 'vitest'
import { reviewScenario } from '../src/shared/review/review'
import { RULES } from '../src/shared/review/rules'
import { readingOf } from '../src/shared/review/reading/reading'
test('x', () => {
 for (const [S,L] of [[100,300],[500,1500],[1000,4000]] as const) {
  const services = Array.from({length:S},(_,i)=>({id:'s'+i,kind: i%10===0?'database':'service' as any,name:'S'+i,position:{x:0,y:0}, ...(i%3===0?{role:'charging' as const}:{})}))
  services[1]!.kind='client'
  let x=1; const rnd=(n:number)=>{x=(x*1103515245+12345)%2147483648; return x%n}
  const connections = Array.from({length:L},(_,i)=>{const a=rnd(S),b=rnd(S); const p=services[b]!.kind==='database'?'sql':(['rest','broker','grpc'] as const)[rnd(3)]; return {id:'l'+i,from:'s'+a,to:'s'+b,protocol:p as any, ...(p==='broker'?{event:'E'+rnd(50)}:{}), ...(p==='rest'?{retries:rnd(2)}:{})}})
  const sc = {dryrun:1 as const,title:'t',services,connections}
  let t=performance.now(); 
  const r=readingOf(sc); process.stderr.write(`${S} reading ${performance.now()-t}\n`)
  for (const rule of RULES){ t=performance.now(); const n=rule.find(r).length; const d=performance.now()-t; if(d>30) process.stderr.write(`${S} ${rule.id} ${n} ${d}\n`)}
 }
},600000)
