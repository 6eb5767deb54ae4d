-- What wrk asks, and what it tells afterwards. The first argument is a file of paths, one a line, asked in turn;
-- with the second argument "anew" each address is another, so that no answer can have been kept.
local paths, anew, at, turn = {}, false, 0, os.time()

function init(arguments)
  for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
  anew = arguments[2] == "anew"
end

function request()
  at = at + 1
  local path = paths[(at - 1) % #paths + 1]
  if anew then
    path = path .. (path:find("?", 1, true) and "&" or "?") .. "asked=" .. turn .. "-" .. at
  end
  return wrk.format("GET", path)
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%f,"median":%f,"p95":%f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
